"""pandas on the clean file."""
import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1], usecols=["date", "destination", "value"], keep_default_na=False)
frame["year"] = frame["date"].str.slice(0, 4)
frame["cents"] = (frame["value"] * 100).round().astype("int64")
for keys in (["year"], ["year", "destination"]):
    for key, certificates, cents in frame.groupby(keys)["cents"].agg(["count", "sum"]).itertuples():
        year, destination = (key, "") if len(keys) == 1 else key
        print(f"{year},{destination},{certificates},{cents}")
