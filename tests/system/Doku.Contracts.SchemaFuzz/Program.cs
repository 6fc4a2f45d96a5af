using Doku.Contracts.SchemaFuzz;

return FuzzCommand.Build().Parse(args).Invoke();
