"""Controls of what runs programs."""
