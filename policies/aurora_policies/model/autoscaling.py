"""Application Auto Scaling resources."""

from .resource import Number, Text, View


class ScalableTarget(View):
    """What Application Auto Scaling may scale, such as the readers of an Aurora cluster."""

    TYPES = ("aws:appautoscaling/target:Target", "aws-native:applicationautoscaling:ScalableTarget")
    NOUN = "scalable target"

    resource_id = Text("resourceId")
    dimension = Text("scalableDimension")
    minimum = Number("minCapacity")
