using Doku.Contracts.Conformance;

return ConformanceCommand.Build().Parse(args).Invoke();
