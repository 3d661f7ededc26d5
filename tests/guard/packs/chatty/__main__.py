print("Loading policies…")
