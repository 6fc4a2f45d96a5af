using Doku.Contracts.Fuzz;

return FuzzCommand.Build().Parse(args).Invoke();
