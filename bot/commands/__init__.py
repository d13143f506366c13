"""What the commands of the command line do, one module a subject. They print, and raise what `running.guarded` says."""
