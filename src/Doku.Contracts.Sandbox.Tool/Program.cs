using Doku.Contracts.Sandbox.Tool;

return await SandboxCommand.Build().Parse(args).InvokeAsync();
