"""IAM Access Analyzer."""

from .resource import View


class AccessAnalyzer(View):
    """An IAM Access Analyzer."""

    TYPES = ("aws:accessanalyzer/analyzer:Analyzer", "aws-native:accessanalyzer:Analyzer")
    NOUN = "access analyzer"
