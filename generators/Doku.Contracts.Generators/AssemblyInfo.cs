using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Doku.Contracts.Generators.Tests")]
[assembly: InternalsVisibleTo("Doku.Contracts.Benchmarks")]
