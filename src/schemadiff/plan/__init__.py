"""From differences to an ordered list of statements, cut into files. Names no kind."""
