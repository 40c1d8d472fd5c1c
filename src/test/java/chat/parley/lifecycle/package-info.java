/**
 * What an administrator or an accident does to a real server while people chat.
 * Stands on {@code testing}; knows Parley by its protocol, its tables, and the name of the one class it counts.
 */
package chat.parley.lifecycle;
