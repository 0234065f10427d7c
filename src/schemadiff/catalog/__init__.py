"""From any server to a Catalog."""
