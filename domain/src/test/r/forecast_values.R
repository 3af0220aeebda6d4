#!/usr/bin/env Rscript
# Writes what the methods of forecasting are compared with: the forecasts of R's forecast package for simulated series.
#
# Run by hand, and commit what it writes:  Rscript domain/src/test/r/forecast_values.R
# Needs Debian's r-base-core and r-cran-forecast.

suppressPackageStartupMessages(library(forecast))
set.seed(20261123)
target <- "domain/src/test/resources/io/virality/domain/forecast/forecasts.csv"

walk <- function(n, deviation) cumsum(rnorm(n, 0, deviation))
series <- list(
  level = 10 + .5 * walk(60, 1) + rnorm(60),
  steady_growth = 11 + .002 * (1:120) + walk(120, .002),
  fading_growth = 12 + .3 * (1 - .97^(1:90)) + rnorm(90, 0, .003),
  noisy_flow = 100 + walk(100, 2) + rnorm(100, 0, 15),
  turning = 5 + cumsum(cumsum(rnorm(80, 0, .02))) + rnorm(80, 0, .05),
  short = 3 + .1 * (1:14) + rnorm(14, 0, .1)
)

out <- c(
  paste0("# made by forecast_values.R: ", R.version.string, ", forecast ", packageVersion("forecast")),
  "series,method,sse,h1,h5,h10,h30,values"
)
digits <- function(x) format(x, digits = 15, trim = TRUE, scientific = FALSE)
for (name in names(series)) {
  y <- round(series[[name]], 6)
  theta <- thetaf(ts(y), h = 30)
  fit <- ets(ts(y), model = "AAN", damped = TRUE, opt.crit = "mse", restrict = FALSE)
  damped <- forecast(fit, h = 30)
  for (method in c("theta", "damped-trend")) {
    mean <- if (method == "theta") theta$mean else damped$mean
    sse <- if (method == "theta") NA else sum(residuals(fit)^2)
    out <- c(out, paste(c(name, method, digits(sse), digits(mean[c(1, 5, 10, 30)]), paste(digits(y), collapse = " ")), collapse = ","))
  }
}
writeLines(out, target)
