"""Writes orders.csv, touches.csv and codes.csv: N invented orders, and five touches for each.

    python3 journeys.py 1000000 FOLDER
    java -Xmx512m -jar app/target/virality.jar attribution --orders FOLDER/orders.csv --touches FOLDER/touches.csv \
        --codes FOLDER/codes.csv --simulated
"""

import datetime
import pathlib
import random
import sys

N = int(sys.argv[1])
FOLDER = pathlib.Path(sys.argv[2])
START = datetime.datetime(2026, 10, 1)
BUYERS = int(N * 1.6)
DAY = 86_400


def moment(seconds):
    return (START + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


random.seed(5)
with open(FOLDER / "orders.csv", "w") as orders:
    orders.write("order_id,buyer,sold_at,gross,refunds,commission,promo_code\n")
    for i in range(N):
        gross = random.randint(500, 20_000)
        refunds = gross if random.random() < 0.06 else 0
        code = f"CODE{random.randrange(50)}" if random.random() < 0.05 else ""
        orders.write(
            f"{i},{random.randrange(BUYERS)},{moment(random.randrange(10 * DAY, 40 * DAY))},{gross / 100:.2f},"
            f"{refunds / 100:.2f},{(gross - refunds) * 0.1 / 100:.2f},{code}\n"
        )
with open(FOLDER / "touches.csv", "w") as touches:
    touches.write("buyer,at,creator,view\n")
    for i in range(5 * N):
        creator = int(random.paretovariate(0.7)) % 5_000
        view = "yes" if random.random() < 0.4 else "no"
        touches.write(f"{random.randrange(BUYERS)},{moment(random.randrange(40 * DAY))},creator_{creator},{view}\n")
with open(FOLDER / "codes.csv", "w") as codes:
    codes.write("promo_code,creator\n")
    for i in range(50):
        codes.write(f"CODE{i},creator_{i}\n")
