#!/bin/sh
# Miller on the clean file.
exec mlr --icsv --ocsv put -q '
  year = splitax($date, "-")[1];
  cents = roundm($value * 100, 1);
  @certificates[year] += 1; @cents[year] += cents;
  @certificates_to[year][$destination] += 1; @cents_to[year][$destination] += cents;
  end {
    for (year, certificates in @certificates) { print year.",,".certificates.",".fmtnum(@cents[year], "%d"); }
    for ((year, destination), certificates in @certificates_to) {
      print year.",".destination.",".certificates.",".fmtnum(@cents_to[year][destination], "%d");
    }
  }' "$1"
