using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>The rules that span several options. No message quotes a secret.</summary>
internal sealed class DokuAccountRules(TimeProvider timeProvider) : IValidateOptions<DokuOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, DokuOptions options)
    {
        var failures = new List<string>();
        DokuKeyRules.Check(options, timeProvider.GetUtcNow(), failures);
        if (DokuHostRules.Check(options, failures))
        {
            DokuKeyRules.CheckNames(options, failures);
        }

        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            failures.Add("Timeout must be from one second to ten minutes.");
        }

        if (!Enum.IsDefined(options.Advice))
        {
            failures.Add("Advice must be Log, Ignore or Refuse.");
        }

        if (failures.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var merchant = string.IsNullOrEmpty(name) ? "DOKU" : $"DOKU merchant '{name}'";
        return ValidateOptionsResult.Fail(failures.ConvertAll(failure => $"{merchant}: {failure}"));
    }
}
