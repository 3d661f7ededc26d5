"""What a control sees: values, resources, the stack graph and typed views of AWS resources.

Plain Python over plain data. Nothing here knows Pulumi's runtime, so a control is as easy to test as a function.
The views are in a module for each AWS service: `model.rds`, `model.kms`, `model.vpc`...
"""

from .policy_document import Condition, PolicyDocument, Principal, Statement
from .resource import (
    Anything,
    Flag,
    Number,
    Options,
    Property,
    Provider,
    Resource,
    Tags,
    Text,
    Texts,
    View,
)
from .stack import Reference, Stack
from .values import (
    NOT_YET,
    UNKNOWN,
    MalformedValue,
    NotExpressible,
    Secret,
    Undecided,
    UnknownValue,
    Value,
    to_flag,
    to_number,
    to_text,
    to_texts,
)

__all__ = [
    "NOT_YET",
    "UNKNOWN",
    "Anything",
    "Condition",
    "Flag",
    "MalformedValue",
    "NotExpressible",
    "Number",
    "Options",
    "PolicyDocument",
    "Principal",
    "Property",
    "Provider",
    "Reference",
    "Resource",
    "Secret",
    "Stack",
    "Statement",
    "Tags",
    "Text",
    "Texts",
    "Undecided",
    "UnknownValue",
    "Value",
    "View",
    "to_flag",
    "to_number",
    "to_text",
    "to_texts",
]
