"""What is done around a check: baselines, patches, a first configuration, completion."""
