package io.virality.persistence;

import org.jooq.DSLContext;
import org.jooq.conf.RenderKeywordCase;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Statements that are shown as they are run: values inlined, nothing bound, laid out to be read. */
final class ShownStatements {

    private ShownStatements() {}

    static DSLContext of(DSLContext jooq) {
        return DSL.using(jooq.configuration()
                .derive(((Settings) jooq.settings().clone())
                        .withStatementType(StatementType.STATIC_STATEMENT)
                        .withRenderKeywordCase(RenderKeywordCase.LOWER)
                        .withRenderFormatted(true)));
    }
}
