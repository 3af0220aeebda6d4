package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.response.StoredResponse;
import java.util.List;
import java.util.Optional;

/**
 * How the response of stored sales to stored spending is shown. Either {@code missing} tells what there is too little of, or
 * {@code study} is told. Periods begin at {@code from}; the day {@code until} is no part of them.
 */
record StoredResponseView(
        String by,
        String grain,
        String value,
        String valueWords,
        Optional<String> currency,
        List<CurrencyCountView> currencies,
        Optional<String> from,
        Optional<String> until,
        Optional<String> missing,
        Optional<ResponseView> study,
        List<String> notes,
        Origin data) {

    static StoredResponseView of(StoredResponse response) {
        return new StoredResponseView(
                response.by(),
                response.grain().id(),
                response.value().id(),
                response.value().words(),
                CurrencyCountView.told(response.currency()),
                CurrencyCountView.of(response.currencies()),
                response.from().map(Object::toString),
                response.until().map(Object::toString),
                response.missing(),
                response.study().map(study -> ResponseView.of(study, response.data())),
                response.notes(),
                response.data());
    }
}
