"""What schemadiff writes: migration files and how they are named."""
