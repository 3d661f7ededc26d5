"""AWS CloudTrail resources."""

from .resource import Anything, Flag, Text, View


class Trail(View):
    """A CloudTrail trail."""

    TYPES = ("aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail")
    NOUN = "trail"

    logging = Flag("enableLogging", native="isLogging")
    multi_region = Flag("isMultiRegionTrail")
    global_events = Flag("includeGlobalServiceEvents")
    kms_key_id = Text("kmsKeyId")
    log_file_validation = Flag("enableLogFileValidation")
    log_group = Text("cloudWatchLogsGroupArn", native="cloudWatchLogsLogGroupArn")
    bucket = Text("s3BucketName")
    topic = Text("snsTopicName")
    event_selectors = Anything("eventSelectors")
    advanced_event_selectors = Anything("advancedEventSelectors")


class EventDataStore(View):
    """A CloudTrail Lake event data store."""

    TYPES = ("aws:cloudtrail/eventDataStore:EventDataStore", "aws-native:cloudtrail:EventDataStore")
    NOUN = "event data store"

    kms_key_id = Text("kmsKeyId")
