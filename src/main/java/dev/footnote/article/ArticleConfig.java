package dev.footnote.article;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of one article. */
@ConfigMapping(prefix = "footnote.article")
public interface ArticleConfig {

    /** The most text of one article, as bytes of its UTF-8 form; markup and images around the text do not count. */
    @WithDefault("5000000")
    MemorySize maxText();
}
