package dev.footnote.article;

/** Told once, when every article that was there at start can be asked. */
public record LibraryReady() {}
