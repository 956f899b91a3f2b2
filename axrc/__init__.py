"""The portal: the files here wire the apps together, the folders serve them."""
