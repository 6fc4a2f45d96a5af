using Microsoft.Extensions.Options;

namespace Doku.Contracts.Transport;

/// <summary>The rules of single options, generated from their attributes.</summary>
[OptionsValidator]
internal sealed partial class DokuOptionsRules : IValidateOptions<DokuOptions>;
