package dev.footnote.home;

import java.net.URI;

/**
 * Event, fired once when the server listens.
 *
 * @param address its base URL, as this machine reaches it
 */
public record ServerListening(URI address) {}
