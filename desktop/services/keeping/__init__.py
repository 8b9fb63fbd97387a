"""The books kept sound: checked, marked, copied, restored, examined."""
