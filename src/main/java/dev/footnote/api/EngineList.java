package dev.footnote.api;

import dev.footnote.answer.EngineDescription;
import java.util.List;

/** All that can answer. */
record EngineList(List<EngineDescription> engines) {}
