/**
 * Every promise of docs/PROTOCOL.md as a scenario, run on each server that Parley is proved on.
 * Knows Parley by its protocol only.
 */
package chat.parley.contract;
