namespace Doku.Contracts.Sandbox.Tool;

internal static class Program
{
    private static Task<int> Main(string[] arguments) =>
        SandboxCommand.Build().Parse(arguments).InvokeAsync();
}
