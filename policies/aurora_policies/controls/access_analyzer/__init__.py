"""Controls of access_analyzer."""
