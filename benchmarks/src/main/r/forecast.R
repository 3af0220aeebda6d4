# Forecasts some series of a table by R's forecast package, as ForecastBenchmark asks for.
# Usage: Rscript forecast.R FILE SERIES; prints the seconds by the clock and of the processor, without start and reading.
suppressMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
wanted <- as.integer(arguments[2])
rows <- read.csv(arguments[1], nrows = wanted * 180)
series <- split(rows$followers, rows$user_id)
time <- system.time(for (values in series) {
  counts <- ts(values)
  thetaf(counts, h = 30, level = c(50, 80, 95))
  forecast(ets(counts), h = 30, level = c(50, 80, 95))
})
cat(length(series), time[["elapsed"]], time[["user.self"]] + time[["sys.self"]], "\n")
