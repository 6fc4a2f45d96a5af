namespace Doku.Contracts.Transport;

/// <summary>A handler between the client and the signature changed what was to be signed: a fault of the program.</summary>
internal sealed class AlteredRequestException(string message) : InvalidOperationException(message);
