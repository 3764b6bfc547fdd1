"""The 112 channel: the manual norm layer, answered by people from what they were shown."""
