"""Whatever goes wrong ends in one clear message, exit status 2, and no process that is left behind."""

import re
import resource
import signal
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from aurora_guard.errors import GuardError
from tests.harness.command import PACKS, guard, nothing_left, started
from tests.harness.programs import previewed, write_program

TINY = PACKS / "tiny"
NOTHING = "import pulumi\n"
STACK = "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that registers nothing."""
    return write_program(tmp_path_factory.mktemp("empty"), NOTHING)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("level of a policy", "announces policies at a level that does not exist: encrypted, complete"),
        (
            "policy of a diagnostic",
            "reported on the policy 'encripted' (did you mean 'encrypted'?), which it did not announce",
        ),
        ("level of a diagnostic", "reported on the policy 'encrypted' at the level 77, which does not exist"),
        ("long port", "printed '99999"),
        ("words", "printed '٣٤٥' on standard output, where only its port may come"),
        ("flood", "printed 'xxxxx"),
    ],
)
def test_a_pack_at_fault(empty: Path, fault: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAULT", fault)
    before = time.monotonic()
    with pytest.raises(GuardError) as error:
        previewed(empty, PACKS / "faulty", timeout=20)
    assert str(error.value).startswith(f"The policy pack in {PACKS / 'faulty'} {message}")
    assert len(str(error.value)) < 400
    assert time.monotonic() - before < 10


HANGS = {
    "Configure": "to take its configuration",
    "GetAnalyzerInfo": "to start",
    "Remediate": f"in a remediation, on {STACK}",
    "Analyze": f"in a policy, on {STACK}",
    "AnalyzeStack": "in a policy of the stack",
}


def test_a_pack_that_hangs_is_named_with_what_it_was_asked(empty: Path) -> None:
    """The five previews run at once, because each of them waits."""
    pack = PACKS / "faulty"
    arguments = ("preview", "--project", empty, "--policy-pack", pack, "--timeout", "5")
    with nothing_left(), ExitStack() as stack:
        running = {call: stack.enter_context(started(*arguments, env={"FAULT": call})) for call in HANGS}
        for call, process in running.items():
            _, stderr = process.communicate(timeout=30)
            assert process.returncode == 2
            assert re.fullmatch(
                re.escape(f"guard: The policy pack in {pack} did not answer {HANGS[call]} within ")
                + r"[0-9.]+ s, and was stopped: allow it more with --timeout\.\n",
                stderr,
            ), stderr


def test_the_timeout_bounds_the_whole_preview(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAULT", "Analyze")
    result = guard("preview", "--project", empty, "--policy-pack", PACKS / "faulty", "--timeout", "0.5")
    assert result.status == 2
    assert re.search(r"(within|after) 0\.\d+ s, and was stopped", result.stderr), result.stderr


@pytest.mark.parametrize(
    ("value", "path"), [("float('nan')", "value"), ("[{'a': float('inf')}]", "value[0].a")]
)
def test_a_number_that_json_has_no_form_for(tmp_path: Path, value: str, path: str) -> None:
    source = f"""
        import pulumi

        class R(pulumi.CustomResource):
            def __init__(self, name, value):
                super().__init__("my:index:R", name, {{"value": value}})

        R("r", {value})
    """
    with pytest.raises(GuardError, match="that is NaN or infinite") as error:
        previewed(write_program(tmp_path, source), TINY)
    assert f"has a number at `{path}`" in str(error.value)
    assert "__main__.py:8" in str(error.value)


PROJECT = "name: test\nruntime: python\n"
DEEP = "[" * 50 + "]" * 50


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "Pulumi.yaml",
            PROJECT + "config:\n  1: x\n",
            "the configuration key 1 is not text: put it in quotes",
        ),
        ("Pulumi.dev.yaml", "config:\n  true: x\n", "the configuration key True is not text"),
        (
            "Pulumi.dev.yaml",
            "config:\n  test:a: &a [*a]\n",
            "is not valid YAML: values nest deeper than 30 levels",
        ),
        ("Pulumi.dev.yaml", "a: 1\nconfig: {}\na: 2\n", "is not valid YAML"),
        ("Pulumi.dev.yaml", f"config:\n  test:a: {DEEP}\n", "values nest deeper than 30 levels"),
        ("Pulumi.dev.yaml", f"config: {'[' * 100_000}", "is not valid YAML"),
        ("Pulumi.dev.yaml", "config:\n  test:a: .nan\n", "nan is no number of JSON"),
        ("policies.json", '{"all": "advisory", "all": "disabled"}', 'the key "all" is given twice'),
        ("policies.json", f'{{"storage-encrypted": {{"x": {DEEP}}}}}', "values nest deeper than 30 levels"),
        ("policies.json", "[" * 100_000, "is not valid JSON"),
        ("policies.json", '{"backup-retention": {"minimumDays": NaN}}', "NaN is no number of JSON"),
        ("policies.json", '{"backup-retention": {"minimumDays": 1e999}}', "inf is no number of JSON"),
    ],
)
def test_a_file_that_no_one_can_mean(tmp_path: Path, name: str, content: str, message: str) -> None:
    write_program(tmp_path, NOTHING)
    (tmp_path / "policies.json").write_text("{}")
    (tmp_path / name).write_text(content)
    result = guard("preview", "--policy-pack", TINY, "--policy-pack-config", "policies.json", cwd=tmp_path)
    assert result.status == 2
    assert f"{name}" in result.stderr
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_anchors_that_multiply(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    write_program(tmp_path, NOTHING)
    (tmp_path / "Pulumi.dev.yaml").write_text("\n".join(lines))
    with pytest.raises(GuardError, match="it holds more than 200,000 values"):
        previewed(tmp_path, TINY)


def test_configuration_that_no_environment_holds(tmp_path: Path) -> None:
    source = """
        import pulumi

        pulumi.export("length", len(pulumi.Config().require("long")))
    """
    write_program(tmp_path, source, config={"test:long": "x" * 300_000, "test:team": "a"})
    result = guard("preview", "--policy-pack", PACKS / "inquisitive", cwd=tmp_path)
    assert result.status == 0, result.stderr


@pytest.mark.parametrize("format_", ["table", "json"])
def test_a_full_disk(empty: Path, format_: str) -> None:
    with open("/dev/full", "w") as full:
        result = guard(
            *("preview", "--project", empty, "--policy-pack", TINY, "--format", format_), stdout=full
        )
    assert result.status == 2
    assert (
        result.stderr == "guard: The report can't be written to standard output: No space left on device.\n"
    )


def test_errors_that_nobody_can_read(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        assert guard("preview", "--project", tmp_path, stderr=full).status == 2


def test_a_program_that_prints_without_end_takes_bounded_memory(tmp_path: Path) -> None:
    source = """
        import sys
        for _ in range(4096):
            sys.stdout.write("x" * 65535 + "\\n")
        print("done")
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    result = guard("preview", "--policy-pack", TINY, "--format", "json", cwd=write_program(tmp_path, source))
    assert result.status == 0
    assert "warning: the program printed 268 MB; only the last lines are kept." in result.stderr
    assert result.stderr.endswith("done\n")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < max(before, 400_000)


BUSY = """
    import subprocess, sys
    import pulumi

    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    import time; time.sleep(600)
"""


@pytest.mark.parametrize(
    "number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_nothing_outlives_guard(tmp_path: Path, number: signal.Signals) -> None:
    """guard is ended at five moments for each signal: from before it starts anything until all of it runs."""
    write_program(tmp_path, BUSY)
    with nothing_left(seconds=3), ExitStack() as stack:
        for moment in range(5):
            process = stack.enter_context(started("preview", "--policy-pack", TINY, cwd=tmp_path))
            threading.Timer(moment * 0.7, process.send_signal, [number]).start()
            stack.callback(process.wait, 40)


def test_an_error_of_guard_itself(empty: Path, tmp_path: Path) -> None:
    """A mistake in guard has the status of an error, not of failed policies."""
    (tmp_path / "sitecustomize.py").write_text(
        "import aurora_guard.engine.preview as p\np.preview = lambda *_: 1 / 0\n"
    )
    result = guard("preview", "--project", empty, env={"PYTHONPATH": str(tmp_path)})
    assert result.status == 2
    assert (
        "guard: an error of guard itself, ZeroDivisionError: division by zero. Please report it."
        in result.stderr
    )
