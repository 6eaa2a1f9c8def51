package jplay.playbook.load;

/**
 * What all readers of one run share.
 *
 * @param options the settings
 * @param files the parsed files
 */
record Library(LoadOptions options, SourceFiles files) {}
