"""What a preview found, and the forms it is shown in."""
