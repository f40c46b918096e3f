package dev.footnote.api;

import java.util.List;

/** Every article, the oldest first. */
record ArticleList(List<ArticleView> articles) {}
