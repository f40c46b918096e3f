package dev.footnote.article;

/** Event, fired once when every article that was there at start can be asked. */
public record LibraryReady() {}
