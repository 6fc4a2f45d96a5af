// Both what is tested and what tests is called Assert; here the name is xUnit's.
global using Assert = Xunit.Assert;
global using Rules = Doku.Contracts.Runtime.Assertions.Assert;
