"""What happens to a deployed database when its program changes: programs before and after, and a state between them."""
