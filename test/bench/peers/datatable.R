# R data.table on the clean file.
suppressPackageStartupMessages(library(data.table))
frame <- fread(commandArgs(trailingOnly = TRUE)[1], select = c("date", "destination", "value"),
  colClasses = c(date = "character"), na.strings = NULL)
frame[, `:=`(year = substr(date, 1, 4), cents = round(value * 100))]
years <- frame[, .(destination = "", certificates = .N, cents = sum(cents)), by = year]
items <- frame[, .(certificates = .N, cents = sum(cents)), by = .(year, destination)]
sums <- rbind(years, items)
cat(sprintf("%s,%s,%d,%.0f\n", sums$year, sums$destination, sums$certificates, sums$cents), sep = "")
