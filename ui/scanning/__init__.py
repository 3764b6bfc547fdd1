"""Starting, watching and stopping scans, which run in worker processes."""
