"""What several parts of the tests share: programs run for real, and the command run for real."""
