package io.virality.domain.portfolio;

import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.BinaryProgram.Row;
import io.virality.domain.pricing.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All likely prices together.
 *
 * @param most that they may be
 */
public record Budget(Money most) implements Constraint {

    private static final BigDecimal STEP = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if it is not above 0, or more than a billion */
    public Budget {
        if (most.amount().signum() <= 0) {
            throw new IllegalArgumentException("the budget must be more than 0, not " + plain(most));
        }
        if (most.amount().longValue() > Price.LARGEST) {
            throw new IllegalArgumentException("the budget must be at most a billion, not " + plain(most));
        }
    }

    @Override
    public String words() {
        return "a budget of " + written(most);
    }

    @Override
    public boolean allows(List<Prospect> chosen) {
        return !most.minus(spent(chosen)).isNegative();
    }

    @Override
    public List<Row> rows(List<Prospect> candidates) {
        return List.of(new Row(
                IntStream.range(0, candidates.size()).toArray(),
                candidates.stream()
                        .mapToLong(candidate -> candidate.price().likely().tenThousandths())
                        .toArray(),
                0,
                most.tenThousandths()));
    }

    @Override
    public String used(List<Prospect> chosen) {
        return plain(spent(chosen)) + " of " + written(most);
    }

    @Override
    public Optional<Constraint> loosened() {
        Money more = most.plus(new Money(STEP, most.currency()));
        return more.amount().longValue() > Price.LARGEST ? Optional.empty() : Optional.of(new Budget(more));
    }

    @Override
    public String step() {
        return STEP + " more";
    }

    private Money spent(List<Prospect> chosen) {
        return chosen.stream()
                .map(candidate -> candidate.price().likely())
                .reduce(new Money(BigDecimal.ZERO, most.currency()), Money::plus);
    }

    private static String written(Money money) {
        return plain(money)
                + (money.currency().equals(Money.UNKNOWN)
                        ? ""
                        : " " + money.currency().getCurrencyCode());
    }

    private static String plain(Money money) {
        return money.amount().stripTrailingZeros().toPlainString();
    }
}
