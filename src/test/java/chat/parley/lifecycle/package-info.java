/**
 * What an administrator does to a real server while people chat.
 * Stands on {@code testing}; knows Parley by its protocol, and by the name of the one class it counts.
 */
package chat.parley.lifecycle;
